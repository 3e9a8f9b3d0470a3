/** How long what is personal is kept, and the daily work of erasing it. */
@NullMarked
package org.portevoix.retention;

import org.jspecify.annotations.NullMarked;
