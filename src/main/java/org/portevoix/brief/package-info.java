/** What residents did and were answered, on one page in few words: to read, to hear, to hang on a wall. */
@NullMarked
package org.portevoix.brief;

import org.jspecify.annotations.NullMarked;
