/** What the team is told, and what is kept of it: notices that something waits, how mail stands, the term of accounts. */
@NullMarked
package org.portevoix.team;

import org.jspecify.annotations.NullMarked;
