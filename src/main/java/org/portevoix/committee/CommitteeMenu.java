package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Who decides, in the desk's menu. */
@Singleton
class CommitteeMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(400, "bodies", "/instances", "committee.desk.menu.bodies", Permission.GOVERN),
                new Entry(410, "steps", "/etapes", "committee.desk.menu.steps", Permission.GOVERN));
    }
}
