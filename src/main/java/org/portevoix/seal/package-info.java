/** The sealed log: what was done at the desk, line after line, each holding the fingerprint of the one before. */
@NullMarked
package org.portevoix.seal;

import org.jspecify.annotations.NullMarked;
