/** Posters and flyers on paper, in the languages of the neighbourhood. */
@NullMarked
package org.portevoix.poster;

import org.jspecify.annotations.NullMarked;
