/** Where the team arrives: what waits, in every contract and from every feature. */
@NullMarked
package org.portevoix.desk;

import org.jspecify.annotations.NullMarked;
