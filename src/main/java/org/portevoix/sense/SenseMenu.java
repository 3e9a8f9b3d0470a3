package org.portevoix.sense;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Opinions that say the same, in the desk's menu. */
@Singleton
class SenseMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(115, "groups", "/regroupements", "sense.desk.menu.groups", Permission.MODERATE));
    }
}
