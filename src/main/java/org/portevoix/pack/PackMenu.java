package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** The pack, in the menu of who prepares it; its readers find it beside the report, where they arrive. */
@Singleton
class PackMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(425, "pack", "/dossier", "pack.desk.menu", Permission.GOVERN));
    }
}
