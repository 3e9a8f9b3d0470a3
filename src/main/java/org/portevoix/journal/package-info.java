/** The sealed log as the team reads it, and its head as it is mailed. */
@NullMarked
package org.portevoix.journal;

import org.jspecify.annotations.NullMarked;
