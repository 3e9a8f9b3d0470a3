/** How the site is started, stopped and commanded: the data folder, the database, the commands. No other package knows this one. */
@NullMarked
package org.portevoix.operation;

import org.jspecify.annotations.NullMarked;
