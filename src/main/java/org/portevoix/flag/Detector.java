package org.portevoix.flag;

import java.util.stream.Stream;

/** Notices one kind of thing, or some that are alike, in words. It asks nobody outside this machine. */
interface Detector {

    Stream<Found> find(String words);
}
