/** The open data as a whole: its description for programs, its dictionary, and a contract's archive. */
@NullMarked
package org.portevoix.opendata;

import org.jspecify.annotations.NullMarked;
