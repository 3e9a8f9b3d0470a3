/** What residents read, as the team writes it: created, edited, translated, shown and taken away, with its history. */
@NullMarked
package org.portevoix.content;

import org.jspecify.annotations.NullMarked;
