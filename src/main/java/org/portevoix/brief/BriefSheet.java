package org.portevoix.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.paper.Foot;
import org.portevoix.paper.Words;

/**
 * All that stands on the sheet: two that are equal look the same.
 *
 * @param language of its own words and of its layout
 * @param isRightToLeft that language
 * @param start what is said while there are no figures, and how to begin
 * @param noAnswers instead of the answers, where there are none
 * @param next lines about the next date; the first alone where there is none
 */
record BriefSheet(
        String language,
        boolean isRightToLeft,
        Words town,
        Words title,
        @Nullable Count times,
        Words how,
        List<Count> levels,
        List<Words> notes,
        List<Words> start,
        Words answersTitle,
        Words answersLead,
        List<Count> answers,
        Words noAnswers,
        Words nextTitle,
        List<Words> next,
        Foot.Told foot) {

    /** @param more null for nothing */
    record Count(
            String icon,
            Words number,
            Words label,
            @Nullable Words more) {}
}
