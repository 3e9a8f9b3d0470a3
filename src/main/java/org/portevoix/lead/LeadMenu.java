package org.portevoix.lead;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Those who lead actions, in the desk's menu. */
@Singleton
class LeadMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(320, "leads", "/pilotes", "lead.desk.menu", Permission.PUBLISH));
    }
}
