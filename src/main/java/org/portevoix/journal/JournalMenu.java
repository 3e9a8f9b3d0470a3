package org.portevoix.journal;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.DeskMenu;
import org.portevoix.account.Permission;

/** Who did what, in the desk's menu. */
@Singleton
class JournalMenu implements DeskMenu {

    static final String SECTION = "journal";

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(660, SECTION, "/journal", "journal.desk.menu", Permission.ACCOUNTS));
    }
}
