package org.portevoix.actionsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Axis;
import org.portevoix.contract.Territory.Named;
import org.portevoix.language.Translated;

/**
 * A page of the list of actions.
 *
 * @param query of the filters in use, ready to be followed by "page=2"
 * @param previous number of the page before, null on the first
 * @param next number of the page after, null on the last
 */
record ActionSheetListPage(
        List<Choice> axes,
        List<Choice> neighbourhoods,
        List<Choice> themes,
        boolean isFiltered,
        List<Card> cards,
        String query,
        @Nullable Integer previous,
        @Nullable Integer next) {

    boolean hasPages() {
        return previous != null || next != null;
    }

    record Choice(String slug, Translated name, boolean isChosen) {}

    record Card(String slug, Translated title, Translated summary, boolean isFree, String progress, Named<Axis> axis) {

        int colour() {
            return axis.row().colour();
        }
    }
}
