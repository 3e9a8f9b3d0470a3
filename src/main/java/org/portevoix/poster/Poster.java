package org.portevoix.poster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.paper.Foot;
import org.portevoix.paper.Words;

/**
 * All that stands on a poster or a flyer: two that are equal look the same.
 *
 * @param language of its own words and of its layout
 * @param direction of that language
 * @param address to which its code leads
 * @param free null where nothing is said of the price
 * @param notes in small print
 */
record Poster(
        String language,
        String direction,
        String address,
        Words town,
        Words kind,
        String icon,
        Words title,
        @Nullable Words summary,
        List<Words> when,
        @Nullable Words free,
        List<Announcement.Fact> facts,
        Words scan,
        Words call,
        Words telephone,
        @Nullable Words telephoneHours,
        List<Words> notes) {

    boolean isRightToLeft() {
        return direction.equals("rtl");
    }

    Foot.Told foot() {
        return new Foot.Told(address, scan, call, telephone, telephoneHours, notes);
    }
}
