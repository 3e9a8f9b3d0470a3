package org.portevoix.rights;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Personal data in the desk's menu. */
@Singleton
class RightsMenu implements DeskMenu {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(650, "data", "/donnees", "rights.desk.menu", Permission.ACCOUNTS));
    }
}
