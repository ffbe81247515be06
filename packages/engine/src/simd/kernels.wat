;; The hot loops of the columnar evaluator, four to sixteen rows at a time. ./simd-kernels.ts calls them instead of those of
;; ../columnar/kernels.ts, with the same numbers: what is proven of their ranges holds here too.
;;
;; $d and the operands are addresses in the memory. Rows are processed in eights or sixteens: what lies behind the last of the $m rows
;; is read and written too, so that every array is followed by room for 15 more rows. $keep is -1 where the result is added to
;; what $d holds, 0 where it replaces that.
(module
  (import "env" "memory" (memory 1))

  ;; d = keep d + least(high, greatest(low, start + slope a)), a of bytes
  (func (export "line8")
    (param $d i32) (param $a i32) (param $start i32) (param $slope i32) (param $low i32) (param $high i32)
    (param $keep i32) (param $m i32)
    (local $s v128) (local $k v128) (local $l v128) (local $h v128) (local $was v128) (local $x v128) (local $end i32)
    (local.set $s (i32x4.splat (local.get $start)))
    (local.set $k (i32x4.splat (local.get $slope)))
    (local.set $l (i32x4.splat (local.get $low)))
    (local.set $h (i32x4.splat (local.get $high)))
    (local.set $was (i32x4.splat (local.get $keep)))
    (local.set $end (i32.add (local.get $a) (local.get $m)))
    (loop $rows
      (local.set $x (v128.load8x8_u (local.get $a)))
      (v128.store (local.get $d)
        (i32x4.add
          (v128.and (local.get $was) (v128.load (local.get $d)))
          (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l)
            (i32x4.add (local.get $s) (i32x4.mul (local.get $k) (i32x4.extend_low_i16x8_u (local.get $x))))))))
      (v128.store offset=16 (local.get $d)
        (i32x4.add
          (v128.and (local.get $was) (v128.load offset=16 (local.get $d)))
          (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l)
            (i32x4.add (local.get $s) (i32x4.mul (local.get $k) (i32x4.extend_high_i16x8_u (local.get $x))))))))
      (local.set $d (i32.add (local.get $d) (i32.const 32)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 8))) (local.get $end)))))

  ;; The same, a of 16 bits.
  (func (export "line16")
    (param $d i32) (param $a i32) (param $start i32) (param $slope i32) (param $low i32) (param $high i32)
    (param $keep i32) (param $m i32)
    (local $s v128) (local $k v128) (local $l v128) (local $h v128) (local $was v128) (local $x v128) (local $end i32)
    (local.set $s (i32x4.splat (local.get $start)))
    (local.set $k (i32x4.splat (local.get $slope)))
    (local.set $l (i32x4.splat (local.get $low)))
    (local.set $h (i32x4.splat (local.get $high)))
    (local.set $was (i32x4.splat (local.get $keep)))
    (local.set $end (i32.add (local.get $a) (i32.shl (local.get $m) (i32.const 1))))
    (loop $rows
      (local.set $x (v128.load (local.get $a)))
      (v128.store (local.get $d)
        (i32x4.add
          (v128.and (local.get $was) (v128.load (local.get $d)))
          (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l)
            (i32x4.add (local.get $s) (i32x4.mul (local.get $k) (i32x4.extend_low_i16x8_u (local.get $x))))))))
      (v128.store offset=16 (local.get $d)
        (i32x4.add
          (v128.and (local.get $was) (v128.load offset=16 (local.get $d)))
          (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l)
            (i32x4.add (local.get $s) (i32x4.mul (local.get $k) (i32x4.extend_high_i16x8_u (local.get $x))))))))
      (local.set $d (i32.add (local.get $d) (i32.const 32)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 16))) (local.get $end)))))

  ;; d = keep d + start + step levels[a], a of bytes below 16, $levels the address of 16 bytes
  (func (export "levels")
    (param $d i32) (param $a i32) (param $levels i32) (param $start i32) (param $step i32) (param $keep i32) (param $m i32)
    (local $t v128) (local $s v128) (local $k v128) (local $was v128) (local $x v128) (local $end i32)
    (local.set $t (v128.load (local.get $levels)))
    (local.set $s (i32x4.splat (local.get $start)))
    (local.set $k (i32x4.splat (local.get $step)))
    (local.set $was (i32x4.splat (local.get $keep)))
    (local.set $end (i32.add (local.get $a) (local.get $m)))
    (loop $rows
      (local.set $x
        (i16x8.extend_low_i8x16_u (i8x16.swizzle (local.get $t) (v128.load64_zero (local.get $a)))))
      (v128.store (local.get $d)
        (i32x4.add
          (v128.and (local.get $was) (v128.load (local.get $d)))
          (i32x4.add (local.get $s) (i32x4.mul (local.get $k) (i32x4.extend_low_i16x8_u (local.get $x))))))
      (v128.store offset=16 (local.get $d)
        (i32x4.add
          (v128.and (local.get $was) (v128.load offset=16 (local.get $d)))
          (i32x4.add (local.get $s) (i32x4.mul (local.get $k) (i32x4.extend_high_i16x8_u (local.get $x))))))
      (local.set $d (i32.add (local.get $d) (i32.const 32)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 8))) (local.get $end)))))

  ;; d = flags[a], a of bytes below 16, $flags the address of 16 bytes
  (func (export "flags") (param $d i32) (param $a i32) (param $flags i32) (param $m i32)
    (local $t v128) (local $end i32)
    (local.set $t (v128.load (local.get $flags)))
    (local.set $end (i32.add (local.get $a) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d) (i8x16.swizzle (local.get $t) (v128.load (local.get $a))))
      (local.set $d (i32.add (local.get $d) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 16))) (local.get $end)))))

  ;; d = (a > end) xor flip, a of bytes; d holds bytes
  (func (export "above8") (param $d i32) (param $a i32) (param $end i32) (param $flip i32) (param $m i32)
    (local $t v128) (local $f v128) (local $one v128) (local $last i32)
    (local.set $t (i8x16.splat (local.get $end)))
    (local.set $f (i8x16.splat (local.get $flip)))
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $last (i32.add (local.get $a) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d)
        (v128.xor (local.get $f)
          (v128.and (local.get $one) (i8x16.gt_u (v128.load (local.get $a)) (local.get $t)))))
      (local.set $d (i32.add (local.get $d) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 16))) (local.get $last)))))

  ;; The same, a of 16 bits.
  (func (export "above16") (param $d i32) (param $a i32) (param $end i32) (param $flip i32) (param $m i32)
    (local $t v128) (local $f v128) (local $one v128) (local $last i32)
    (local.set $t (i16x8.splat (local.get $end)))
    (local.set $f (i8x16.splat (local.get $flip)))
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $last (i32.add (local.get $a) (i32.shl (local.get $m) (i32.const 1))))
    (loop $rows
      (v128.store (local.get $d)
        (v128.xor (local.get $f)
          (v128.and (local.get $one)
            (i8x16.narrow_i16x8_s
              (i16x8.gt_u (v128.load (local.get $a)) (local.get $t))
              (i16x8.gt_u (v128.load offset=16 (local.get $a)) (local.get $t))))))
      (local.set $d (i32.add (local.get $d) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 32))) (local.get $last)))))

  ;; d = the number of the ends that x lies above, as one of four values: first, first + b, first + b + c, first + b + c + e
  (func (export "steps3")
    (param $d i32) (param $x i32) (param $end0 i32) (param $end1 i32) (param $end2 i32)
    (param $first i32) (param $b i32) (param $c i32) (param $e i32) (param $m i32)
    (local $e0 v128) (local $e1 v128) (local $e2 v128) (local $f v128) (local $p v128) (local $q v128) (local $r v128)
    (local $v v128) (local $last i32)
    (local.set $e0 (i32x4.splat (local.get $end0)))
    (local.set $e1 (i32x4.splat (local.get $end1)))
    (local.set $e2 (i32x4.splat (local.get $end2)))
    (local.set $f (i32x4.splat (local.get $first)))
    (local.set $p (i32x4.splat (local.get $b)))
    (local.set $q (i32x4.splat (local.get $c)))
    (local.set $r (i32x4.splat (local.get $e)))
    (local.set $last (i32.add (local.get $x) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (local.set $v (v128.load (local.get $x)))
      (v128.store (local.get $d)
        (i32x4.add
          (i32x4.add (local.get $f) (v128.and (local.get $p) (i32x4.gt_s (local.get $v) (local.get $e0))))
          (i32x4.add
            (v128.and (local.get $q) (i32x4.gt_s (local.get $v) (local.get $e1)))
            (v128.and (local.get $r) (i32x4.gt_s (local.get $v) (local.get $e2))))))
      (local.set $d (i32.add (local.get $d) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $last)))))

  ;; d = d + k x
  (func (export "addTimes") (param $d i32) (param $x i32) (param $k i32) (param $m i32)
    (local $t v128) (local $end i32)
    (local.set $t (i32x4.splat (local.get $k)))
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (v128.store (local.get $d)
        (i32x4.add (v128.load (local.get $d)) (i32x4.mul (local.get $t) (v128.load (local.get $x)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; d = start + k x + l y
  (func (export "sumOfTwo")
    (param $d i32) (param $start i32) (param $x i32) (param $k i32) (param $y i32) (param $l i32) (param $m i32)
    (local $s v128) (local $t v128) (local $u v128) (local $end i32)
    (local.set $s (i32x4.splat (local.get $start)))
    (local.set $t (i32x4.splat (local.get $k)))
    (local.set $u (i32x4.splat (local.get $l)))
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (v128.store (local.get $d)
        (i32x4.add (local.get $s)
          (i32x4.add
            (i32x4.mul (local.get $t) (v128.load (local.get $x)))
            (i32x4.mul (local.get $u) (v128.load (local.get $y))))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; d = d + k (quotient of p a + q b by r b, cut to a whole number and limited to low .. high), a and b of 16 bits
  (func (export "ratio16")
    (param $d i32) (param $a i32) (param $b i32) (param $p f64) (param $q f64) (param $r f64)
    (param $k i32) (param $low i32) (param $high i32) (param $m i32)
    (local $u v128) (local $v v128) (local $w v128) (local $t v128) (local $l v128) (local $h v128)
    (local $x v128) (local $y v128) (local $y1 v128) (local $y2 v128) (local $end i32)
    (local.set $u (f64x2.splat (local.get $p)))
    (local.set $v (f64x2.splat (local.get $q)))
    (local.set $w (f64x2.splat (local.get $r)))
    (local.set $t (i32x4.splat (local.get $k)))
    (local.set $l (i32x4.splat (local.get $low)))
    (local.set $h (i32x4.splat (local.get $high)))
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (local.set $x (v128.load16x4_u (local.get $a)))
      (local.set $y (v128.load16x4_u (local.get $b)))
      (local.set $y1 (f64x2.convert_low_i32x4_s (local.get $y)))
      (local.set $y2 (f64x2.convert_low_i32x4_s
        (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $y) (local.get $y))))
      (v128.store (local.get $d)
        (i32x4.add (v128.load (local.get $d))
          (i32x4.mul (local.get $t)
            (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l)
              (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
                (i32x4.trunc_sat_f64x2_s_zero
                  (f64x2.div
                    (f64x2.add
                      (f64x2.mul (local.get $u) (f64x2.convert_low_i32x4_s (local.get $x)))
                      (f64x2.mul (local.get $v) (local.get $y1)))
                    (f64x2.mul (local.get $w) (local.get $y1))))
                (i32x4.trunc_sat_f64x2_s_zero
                  (f64x2.div
                    (f64x2.add
                      (f64x2.mul (local.get $u) (f64x2.convert_low_i32x4_s
                        (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x))))
                      (f64x2.mul (local.get $v) (local.get $y2)))
                    (f64x2.mul (local.get $w) (local.get $y2))))))))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; The same, a and b of 32 bits.
  (func (export "ratio32")
    (param $d i32) (param $a i32) (param $b i32) (param $p f64) (param $q f64) (param $r f64)
    (param $k i32) (param $low i32) (param $high i32) (param $m i32)
    (local $u v128) (local $v v128) (local $w v128) (local $t v128) (local $l v128) (local $h v128)
    (local $x v128) (local $y v128) (local $y1 v128) (local $y2 v128) (local $end i32)
    (local.set $u (f64x2.splat (local.get $p)))
    (local.set $v (f64x2.splat (local.get $q)))
    (local.set $w (f64x2.splat (local.get $r)))
    (local.set $t (i32x4.splat (local.get $k)))
    (local.set $l (i32x4.splat (local.get $low)))
    (local.set $h (i32x4.splat (local.get $high)))
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (local.set $x (v128.load (local.get $a)))
      (local.set $y (v128.load (local.get $b)))
      (local.set $y1 (f64x2.convert_low_i32x4_s (local.get $y)))
      (local.set $y2 (f64x2.convert_low_i32x4_s
        (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $y) (local.get $y))))
      (v128.store (local.get $d)
        (i32x4.add (v128.load (local.get $d))
          (i32x4.mul (local.get $t)
            (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l)
              (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
                (i32x4.trunc_sat_f64x2_s_zero
                  (f64x2.div
                    (f64x2.add
                      (f64x2.mul (local.get $u) (f64x2.convert_low_i32x4_s (local.get $x)))
                      (f64x2.mul (local.get $v) (local.get $y1)))
                    (f64x2.mul (local.get $w) (local.get $y1))))
                (i32x4.trunc_sat_f64x2_s_zero
                  (f64x2.div
                    (f64x2.add
                      (f64x2.mul (local.get $u) (f64x2.convert_low_i32x4_s
                        (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x))))
                      (f64x2.mul (local.get $v) (local.get $y2)))
                    (f64x2.mul (local.get $w) (local.get $y2))))))))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; Bytes as 32 bits.
  (func (export "widen8") (param $d i32) (param $a i32) (param $m i32)
    (local $x v128) (local $end i32)
    (local.set $end (i32.add (local.get $a) (local.get $m)))
    (loop $rows
      (local.set $x (v128.load8x8_u (local.get $a)))
      (v128.store (local.get $d) (i32x4.extend_low_i16x8_u (local.get $x)))
      (v128.store offset=16 (local.get $d) (i32x4.extend_high_i16x8_u (local.get $x)))
      (local.set $d (i32.add (local.get $d) (i32.const 32)))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 8))) (local.get $end)))))

  ;; 16 bits as 32.
  (func (export "widen16") (param $d i32) (param $a i32) (param $m i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (v128.store (local.get $d) (v128.load16x4_u (local.get $a)))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; d = x limited to low .. high
  (func (export "held") (param $d i32) (param $x i32) (param $low i32) (param $high i32) (param $m i32)
    (local $l v128) (local $h v128) (local $end i32)
    (local.set $l (i32x4.splat (local.get $low)))
    (local.set $h (i32x4.splat (local.get $high)))
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (v128.store (local.get $d)
        (i32x4.min_s (local.get $h) (i32x4.max_s (local.get $l) (v128.load (local.get $x)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; d = f ? x : y, f of bytes, x and y of 32 bits
  (func (export "choose") (param $d i32) (param $f i32) (param $x i32) (param $y i32) (param $m i32)
    (local $g v128) (local $z v128) (local $end i32)
    (local.set $end (i32.add (local.get $f) (local.get $m)))
    (loop $rows
      (local.set $g (i16x8.ne (v128.load8x8_u (local.get $f)) (local.get $z)))
      (v128.store (local.get $d)
        (v128.bitselect (v128.load (local.get $x)) (v128.load (local.get $y)) (i32x4.extend_low_i16x8_s (local.get $g))))
      (v128.store offset=16 (local.get $d)
        (v128.bitselect (v128.load offset=16 (local.get $x)) (v128.load offset=16 (local.get $y))
          (i32x4.extend_high_i16x8_s (local.get $g))))
      (local.set $d (i32.add (local.get $d) (i32.const 32)))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (local.set $y (i32.add (local.get $y) (i32.const 32)))
      (br_if $rows (i32.lt_u (local.tee $f (i32.add (local.get $f) (i32.const 8))) (local.get $end)))))

  ;; d = k (whole part of (x y + half) inverse)
  (func (export "roundedProduct")
    (param $d i32) (param $x i32) (param $y i32) (param $half f64) (param $inverse f64) (param $k i32) (param $m i32)
    (local $h v128) (local $n v128) (local $t v128) (local $a v128) (local $b v128) (local $end i32)
    (local.set $h (f64x2.splat (local.get $half)))
    (local.set $n (f64x2.splat (local.get $inverse)))
    (local.set $t (i32x4.splat (local.get $k)))
    (local.set $end (i32.add (local.get $d) (i32.shl (local.get $m) (i32.const 2))))
    (loop $rows
      (local.set $a (v128.load (local.get $x)))
      (local.set $b (v128.load (local.get $y)))
      (v128.store (local.get $d)
        (i32x4.mul (local.get $t)
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (i32x4.trunc_sat_f64x2_s_zero
              (f64x2.mul (local.get $n)
                (f64x2.add (local.get $h)
                  (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $a)) (f64x2.convert_low_i32x4_s (local.get $b))))))
            (i32x4.trunc_sat_f64x2_s_zero
              (f64x2.mul (local.get $n)
                (f64x2.add (local.get $h)
                  (f64x2.mul
                    (f64x2.convert_low_i32x4_s
                      (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $a) (local.get $a)))
                    (f64x2.convert_low_i32x4_s
                      (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $b) (local.get $b))))))))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; Flags of bytes: d = x and y; d = x or y; d = not x.
  (func (export "both") (param $d i32) (param $x i32) (param $y i32) (param $m i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $d) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d) (v128.and (v128.load (local.get $x)) (v128.load (local.get $y))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))
  (func (export "either") (param $d i32) (param $x i32) (param $y i32) (param $m i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $d) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d) (v128.or (v128.load (local.get $x)) (v128.load (local.get $y))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))
  (func (export "not") (param $d i32) (param $x i32) (param $m i32)
    (local $one v128) (local $end i32)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $end (i32.add (local.get $d) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d) (i8x16.sub (local.get $one) (v128.load (local.get $x))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; d = x < 0, x of 32 bits; d holds bytes
  (func (export "negative") (param $d i32) (param $x i32) (param $m i32)
    (local $one v128) (local $end i32)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $end (i32.add (local.get $d) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d)
        (v128.and (local.get $one)
          (i8x16.narrow_i16x8_s
            (i16x8.narrow_i32x4_s
              (i32x4.shr_s (v128.load (local.get $x)) (i32.const 31))
              (i32x4.shr_s (v128.load offset=16 (local.get $x)) (i32.const 31)))
            (i16x8.narrow_i32x4_s
              (i32x4.shr_s (v128.load offset=32 (local.get $x)) (i32.const 31))
              (i32x4.shr_s (v128.load offset=48 (local.get $x)) (i32.const 31))))))
      (local.set $x (i32.add (local.get $x) (i32.const 64)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; d = x is 0, x of 32 bits; d holds bytes
  (func (export "zero") (param $d i32) (param $x i32) (param $m i32)
    (local $one v128) (local $z v128) (local $end i32)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $end (i32.add (local.get $d) (local.get $m)))
    (loop $rows
      (v128.store (local.get $d)
        (v128.and (local.get $one)
          (i8x16.narrow_i16x8_s
            (i16x8.narrow_i32x4_s
              (i32x4.eq (v128.load (local.get $x)) (local.get $z))
              (i32x4.eq (v128.load offset=16 (local.get $x)) (local.get $z)))
            (i16x8.narrow_i32x4_s
              (i32x4.eq (v128.load offset=32 (local.get $x)) (local.get $z))
              (i32x4.eq (v128.load offset=48 (local.get $x)) (local.get $z))))))
      (local.set $x (i32.add (local.get $x) (i32.const 64)))
      (br_if $rows (i32.lt_u (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  ;; The least and the greatest x of the rows whose flag is set, four lanes each, to $out and 16 bytes behind; x of 32 bits, f of bytes.
  ;; Flags of rows behind the last one are 0.
  (func (export "range") (param $x i32) (param $f i32) (param $out i32) (param $m i32)
    (local $low v128) (local $high v128) (local $first v128) (local $last v128)
    (local $z v128) (local $g v128) (local $mask v128) (local $v v128) (local $end i32)
    (local.set $last (i32x4.splat (i32.const 0x7fffffff)))
    (local.set $first (i32x4.splat (i32.const 0x80000000)))
    (local.set $low (local.get $last))
    (local.set $high (local.get $first))
    (local.set $end (i32.add (local.get $f) (local.get $m)))
    (loop $rows
      (local.set $g (i16x8.ne (v128.load8x8_u (local.get $f)) (local.get $z)))
      (local.set $mask (i32x4.extend_low_i16x8_s (local.get $g)))
      (local.set $v (v128.load (local.get $x)))
      (local.set $low (i32x4.min_s (local.get $low) (v128.bitselect (local.get $v) (local.get $last) (local.get $mask))))
      (local.set $high (i32x4.max_s (local.get $high) (v128.bitselect (local.get $v) (local.get $first) (local.get $mask))))
      (local.set $mask (i32x4.extend_high_i16x8_s (local.get $g)))
      (local.set $v (v128.load offset=16 (local.get $x)))
      (local.set $low (i32x4.min_s (local.get $low) (v128.bitselect (local.get $v) (local.get $last) (local.get $mask))))
      (local.set $high (i32x4.max_s (local.get $high) (v128.bitselect (local.get $v) (local.get $first) (local.get $mask))))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (br_if $rows (i32.lt_u (local.tee $f (i32.add (local.get $f) (i32.const 8))) (local.get $end))))
    (v128.store (local.get $out) (local.get $low))
    (v128.store offset=16 (local.get $out) (local.get $high))))
