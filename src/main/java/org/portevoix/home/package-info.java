/** The first page: what is on near me, what I can say, what came of it. */
@NullMarked
package org.portevoix.home;

import org.jspecify.annotations.NullMarked;
