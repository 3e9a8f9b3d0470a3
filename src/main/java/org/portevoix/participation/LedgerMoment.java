package org.portevoix.participation;

import java.util.List;

/**
 * What an edition of the report is made of, all of one moment.
 *
 * @param acts what individual acts moved so far
 * @param heads what heads counted moved
 * @param groups the acts alike that may be frequent enough to be told
 */
record LedgerMoment(long acts, long heads, List<CubeCell> sums, List<FactGroup> groups) {}
