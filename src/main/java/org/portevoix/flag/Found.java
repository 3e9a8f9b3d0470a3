package org.portevoix.flag;

/**
 * Words that were noticed.
 *
 * @param from their first UTF-16 unit
 * @param to the unit after their last
 */
record Found(FlagKind kind, int from, int to) {}
