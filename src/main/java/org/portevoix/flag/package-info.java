/** What the site notices in the words of residents, on this machine, to help whoever reads them. It decides nothing. */
@NullMarked
package org.portevoix.flag;

import org.jspecify.annotations.NullMarked;
