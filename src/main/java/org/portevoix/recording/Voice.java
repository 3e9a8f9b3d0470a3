package org.portevoix.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to hear on a public page.
 *
 * @param address of the sound in the page's language; null where there is none
 * @param shortText that goes with it, in its language; "" for none
 * @param others languages in which somebody says it too, each with that page's address
 */
record Voice(@Nullable String address, String language, String direction, String shortText, List<Other> others) {

    record Other(String code, String endonym, String direction, String href) {}
}
