/** The score sheet below 560 px: no columns; each rule takes two rows, with its figures on the right. */
import { css } from "lit";

export const sheetNarrowStyles = css`
  @container (max-width: 560px) {
    .paper {
      padding: 16px;
    }
    .th {
      flex-direction: column;
      align-items: flex-start;
      gap: 8px;
    }
    .th dl {
      gap: 22px;
      flex-wrap: wrap;
    }
    .st,
    .st tbody,
    .st tr,
    .st td,
    .st .ih th,
    .st .sh th {
      display: block;
    }
    .st thead {
      display: none;
    }
    .st tr {
      position: relative;
    }
    .st .sh th {
      padding-right: 130px;
    }
    .sub .sh th {
      padding-left: 0;
    }
    .sh th small {
      display: none;
    }
    .st .sh td {
      position: absolute;
      right: 0;
      top: 12px;
      border: 0;
      padding: 0;
    }
    .st .sub .sh td {
      top: 7px;
    }
    .st .sh .ba {
      right: 62px;
      font-size: 12px;
      padding: 0;
    }
    .ih th {
      padding: 8px 110px 2px 0;
    }
    .st .ih .no,
    .sl > td:first-child,
    .ev > td:first-child,
    .pn > td:first-child {
      display: none;
    }
    .st .ih .ba {
      position: absolute;
      right: 52px;
      top: 8px;
      padding: 0;
    }
    .st .ih .ba small {
      display: none;
    }
    .st .ih .fin {
      position: absolute;
      right: 0;
      top: 7px;
      padding: 0;
    }
    .changes .ih .size {
      padding: 0 0 2px;
    }
    .st .sl {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto 52px;
      column-gap: 8px;
      padding: 2px 0;
    }
    .st .sl td {
      padding: 0;
    }
    .st .sl .nt {
      grid-column: 1 / -1;
      padding-left: 19px;
    }
    .st .sl.off .nt,
    .st .sl .nt:empty {
      display: none;
    }
    .chain .n {
      width: 56px;
    }
  }
`;
