// SPDX-License-Identifier: Apache-2.0
// Comforts only: every page is complete without any of this.
import { guardForms } from "./guard.js";
import { searchWhileTyping } from "./live.js";
import { watchEditors } from "./preview.js";
import { showPrintButtons } from "./print.js";
import { postQuickly } from "./quick.js";
import { focusSearchOnSlash } from "./search_key.js";
import { suggestWhileTyping } from "./suggest.js";

guardForms(document);
watchEditors(document);
showPrintButtons(document);
postQuickly(document);
focusSearchOnSlash(document);
searchWhileTyping(document);
suggestWhileTyping(document);
