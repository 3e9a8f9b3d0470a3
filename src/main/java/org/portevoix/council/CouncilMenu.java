package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Councils in the desk's menu: their own page for their members, all of them for the team. */
@Singleton
class CouncilMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(0, "council", "/mon-conseil", "council.desk.menu.own", Permission.COUNCIL),
                new Entry(
                        150, "councils-waiting", "/conseils-a-lire", "council.desk.menu.waiting", Permission.MODERATE),
                new Entry(410, "councils", "/conseils", "council.desk.menu.all", Permission.PUBLISH));
    }
}
