/** Where: the map of a territory, its list of neighbourhoods, and what is on in each. */
@NullMarked
package org.portevoix.neighbourhood;

import org.jspecify.annotations.NullMarked;
