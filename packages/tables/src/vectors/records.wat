;; Splits records of a CSV file into cells, and finds the cells of a column by their bytes. ./record-blocks.ts calls it and lays out the memory.
;;
;; A cell is two words: its address and its length in bytes. An entry of a table is 32 bytes: the bytes of a cell with zeros behind them,
;; its code, its length, and 8 bytes that are not used. Code 0 marks an entry that is empty. Behind all bytes that are read lie 16 more.
(module
  (import "env" "memory" (memory 1))

  ;; Where the record begins that is not among those indexed.
  (global $next (mut i32) (i32.const 0))
  (func (export "next") (result i32) (global.get $next))

  ;; Writes the cells of whole records of $width cells from $at to $cells. Returns the number of records: at most $most, and those before the
  ;; first that has a quote, another number of cells, a line end other than LF and CRLF, or no end before $end.
  (func (export "index")
    (param $at i32) (param $end i32) (param $delimiter i32) (param $width i32) (param $most i32) (param $cells i32)
    (result i32)
    (local $delimiters v128) (local $feeds v128) (local $returns v128) (local $quotes v128) (local $bytes v128)
    (local $from i32) (local $bits i32) (local $to i32) (local $byte i32) (local $count i32) (local $records i32)
    (local.set $delimiters (i8x16.splat (local.get $delimiter)))
    (local.set $feeds (i8x16.splat (i32.const 10)))
    (local.set $returns (i8x16.splat (i32.const 13)))
    (local.set $quotes (i8x16.splat (i32.const 34)))
    (local.set $from (local.get $at))
    (global.set $next (local.get $at))
    (block $done
      (loop $sixteen
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $bits (i8x16.bitmask (v128.or
          (v128.or
            (i8x16.eq (local.get $bytes) (local.get $delimiters)) (i8x16.eq (local.get $bytes) (local.get $feeds)))
          (v128.or
            (i8x16.eq (local.get $bytes) (local.get $returns)) (i8x16.eq (local.get $bytes) (local.get $quotes))))))
        (block $read
          (loop $marks
            (br_if $read (i32.eqz (local.get $bits)))
            (local.set $to (i32.add (local.get $at) (i32.ctz (local.get $bits))))
            (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
            (br_if $done (i32.ge_u (local.get $to) (local.get $end)))
            ;; The line feed behind a carriage return.
            (br_if $marks (i32.lt_u (local.get $to) (local.get $from)))
            (local.set $byte (i32.load8_u (local.get $to)))
            (br_if $done (i32.eq (local.get $byte) (i32.const 34)))
            (i32.store (local.get $cells) (local.get $from))
            (i32.store offset=4 (local.get $cells) (i32.sub (local.get $to) (local.get $from)))
            (local.set $cells (i32.add (local.get $cells) (i32.const 8)))
            (local.set $count (i32.add (local.get $count) (i32.const 1)))
            (local.set $from (i32.add (local.get $to) (i32.const 1)))
            (if (i32.eq (local.get $byte) (local.get $delimiter))
              (then
                (br_if $done (i32.ge_u (local.get $count) (local.get $width)))
                (br $marks)))
            (if (i32.eq (local.get $byte) (i32.const 13))
              (then
                (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
                (br_if $done (i32.ne (i32.load8_u (local.get $from)) (i32.const 10)))
                (local.set $from (i32.add (local.get $from) (i32.const 1)))))
            (br_if $done (i32.ne (local.get $count) (local.get $width)))
            (local.set $count (i32.const 0))
            (global.set $next (local.get $from))
            (local.set $records (i32.add (local.get $records) (i32.const 1)))
            (br_if $marks (i32.lt_u (local.get $records) (local.get $most)))
            (br $done)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (local.get $records))

  ;; The first entry of a table at which bytes are searched.
  (func $place (param $key v128) (param $length i32) (param $table i32) (param $mask i32) (result i32)
    (i32.add (local.get $table) (i32.shl
      (i32.and (local.get $mask) (i32.wrap_i64 (i64.shr_u
        (i64.mul
          (i64.xor
            (i64.add (i64x2.extract_lane 0 (local.get $key)) (i64.extend_i32_u (local.get $length)))
            (i64.rotl (i64.mul (i64x2.extract_lane 1 (local.get $key)) (i64.const 0x9fb21c651e98df25)) (i64.const 32)))
          (i64.const 0x9e3779b97f4a7c15))
        (i64.const 36))))
      (i32.const 5))))

  ;; Writes the codes of $rows cells, which lie $stride bytes apart from $cell on, to $codes: 0 of an empty cell, -1 of one that is not in the
  ;; table. Returns how many are not. $masks: 17 vectors whose first bytes are set, as many as its number.
  (func (export "find")
    (param $cell i32) (param $stride i32) (param $rows i32) (param $table i32) (param $mask i32) (param $codes i32) (param $masks i32)
    (result i32)
    (local $end i32) (local $last i32) (local $length i32) (local $key v128) (local $at i32) (local $code i32) (local $passed i32)
    (local $missing i32)
    (local.set $end (i32.add (local.get $codes) (i32.shl (local.get $rows) (i32.const 2))))
    (local.set $last (i32.add (local.get $table) (i32.shl (local.get $mask) (i32.const 5))))
    (loop $row
      (local.set $length (i32.load offset=4 (local.get $cell)))
      (local.set $code (i32.const 0))
      (block $known
        (br_if $known (i32.eqz (local.get $length)))
        (block $unknown
          (br_if $unknown (i32.gt_u (local.get $length) (i32.const 16)))
          (local.set $key (v128.and
            (v128.load (i32.load (local.get $cell)))
            (v128.load (i32.add (local.get $masks) (i32.shl (local.get $length) (i32.const 4))))))
          ;; As $place has it; a call takes as long as the rest.
          (local.set $at
            (i32.add (local.get $table) (i32.shl
              (i32.and (local.get $mask) (i32.wrap_i64 (i64.shr_u
                (i64.mul
                  (i64.xor
                    (i64.add (i64x2.extract_lane 0 (local.get $key)) (i64.extend_i32_u (local.get $length)))
                    (i64.rotl
                      (i64.mul (i64x2.extract_lane 1 (local.get $key)) (i64.const 0x9fb21c651e98df25)) (i64.const 32)))
                  (i64.const 0x9e3779b97f4a7c15))
                (i64.const 36))))
              (i32.const 5))))
          (local.set $passed (i32.const 16))
          (loop $search
            (local.set $code (i32.load offset=16 (local.get $at)))
            (br_if $unknown (i32.eqz (local.get $code)))
            (if (i32.eq (i32.load offset=20 (local.get $at)) (local.get $length))
              (then (br_if $known (i8x16.all_true (i8x16.eq (local.get $key) (v128.load (local.get $at)))))))
            (local.set $at (select
              (local.get $table) (i32.add (local.get $at) (i32.const 32)) (i32.eq (local.get $at) (local.get $last))))
            (br_if $search (local.tee $passed (i32.sub (local.get $passed) (i32.const 1))))))
        (local.set $code (i32.const -1))
        (local.set $missing (i32.add (local.get $missing) (i32.const 1))))
      (i32.store (local.get $codes) (local.get $code))
      (local.set $cell (i32.add (local.get $cell) (local.get $stride)))
      (br_if $row (i32.lt_u (local.tee $codes (i32.add (local.get $codes) (i32.const 4))) (local.get $end))))
    (local.get $missing))

  ;; Puts bytes with their code into a table. Nothing where the entries that a search passes are taken.
  (func $put (param $key v128) (param $length i32) (param $code i32) (param $table i32) (param $mask i32)
    (local $at i32) (local $passed i32) (local $last i32)
    (local.set $last (i32.add (local.get $table) (i32.shl (local.get $mask) (i32.const 5))))
    (local.set $at (call $place (local.get $key) (local.get $length) (local.get $table) (local.get $mask)))
    (local.set $passed (i32.const 16))
    (loop $search
      (if (i32.eqz (i32.load offset=16 (local.get $at)))
        (then
          (v128.store (local.get $at) (local.get $key))
          (i32.store offset=16 (local.get $at) (local.get $code))
          (i32.store offset=20 (local.get $at) (local.get $length))
          (return)))
      (local.set $at (select
        (local.get $table) (i32.add (local.get $at) (i32.const 32)) (i32.eq (local.get $at) (local.get $last))))
      (br_if $search (local.tee $passed (i32.sub (local.get $passed) (i32.const 1))))))

  ;; Puts the cell at $cell, of at most 16 bytes, with its code into a table.
  (func (export "add") (param $cell i32) (param $code i32) (param $table i32) (param $mask i32) (param $masks i32)
    (local $length i32)
    (local.set $length (i32.load offset=4 (local.get $cell)))
    (call $put
      (v128.and
        (v128.load (i32.load (local.get $cell)))
        (v128.load (i32.add (local.get $masks) (i32.shl (local.get $length) (i32.const 4)))))
      (local.get $length) (local.get $code) (local.get $table) (local.get $mask)))

  ;; Puts the entries of a table into a larger one, which is empty.
  (func (export "move") (param $from i32) (param $end i32) (param $table i32) (param $mask i32)
    (loop $entry
      (if (i32.load offset=16 (local.get $from))
        (then (call $put
          (v128.load (local.get $from)) (i32.load offset=20 (local.get $from)) (i32.load offset=16 (local.get $from))
          (local.get $table) (local.get $mask))))
      (br_if $entry (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 32))) (local.get $end))))))
