/** The committee's pack: a report for a period, frozen as it is, in every format, and sent to the members. */
@NullMarked
package org.portevoix.pack;

import org.jspecify.annotations.NullMarked;
