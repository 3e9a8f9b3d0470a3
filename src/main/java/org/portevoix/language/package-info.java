/** Languages, and the texts that residents read in each of them. */
@NullMarked
package org.portevoix.language;

import org.jspecify.annotations.NullMarked;
