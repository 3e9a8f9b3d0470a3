/** Languages, messages, translated texts. */
@NullMarked
package org.portevoix.language;

import org.jspecify.annotations.NullMarked;
