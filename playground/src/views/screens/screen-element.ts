/** The base of the screens over the workbench; their messages are loaded with them. */
import { screenMessages, type ScreenMessages } from "../../messages/screen-messages.js";
import { StoreElement } from "../base/store-element.js";

export abstract class ScreenElement extends StoreElement {
  /** Messages of the screens in the language of the workbench. */
  protected get screenMessages(): ScreenMessages {
    return screenMessages[this.store.lang];
  }
}
