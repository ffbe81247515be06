/** The base of the playground's elements: each shows the workbench and uses the messages of its language. */
import { StoreElement as UiElement } from "@yardstick/ui";
import { messages, type Messages } from "../../messages/messages.js";
import type { Topic } from "../../store/topics.js";
import type { Workbench } from "../../store/workbench.js";

/** An element that shows the workbench and is redrawn when one of its topics, the language or the theme has changed. */
export abstract class StoreElement extends UiElement<Workbench> {
  protected abstract override readonly topics: readonly Topic[];

  /** The messages of the interface in the language of the workbench. */
  protected get messages(): Messages {
    return messages[this.store.lang];
  }
}
