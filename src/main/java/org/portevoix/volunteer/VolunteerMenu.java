package org.portevoix.volunteer;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Those who help, in the desk's menu. */
@Singleton
class VolunteerMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(300, "volunteers", "/benevoles", "volunteer.desk.menu", Permission.PERSONAL_LISTS),
                new Entry(310, "calls", "/benevoles/appels", "volunteer.desk.menu_calls", Permission.PERSONAL_LISTS));
    }
}
