package org.portevoix.actionsheet;

import java.util.List;
import org.portevoix.contract.Axis;
import org.portevoix.contract.Territory.Named;
import org.portevoix.language.Translated;
import org.portevoix.web.Paging;

/**
 * A page of the list of actions.
 *
 * @param query of the filters in use, ready to be followed by "page=2"
 */
record ActionSheetListPage(
        List<Choice> axes,
        List<Choice> neighbourhoods,
        List<Choice> themes,
        boolean isFiltered,
        List<Card> cards,
        String query,
        Paging<ActionSheet> paging) {

    record Choice(String slug, Translated name, boolean isChosen) {}

    record Card(String slug, Translated title, Translated summary, boolean isFree, String progress, Named<Axis> axis) {

        int colour() {
            return axis.row().colour();
        }
    }
}
