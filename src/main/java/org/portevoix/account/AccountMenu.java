package org.portevoix.account;

import jakarta.inject.Singleton;
import java.util.List;

/** Who is of the team, in the desk's menu. */
@Singleton
class AccountMenu implements DeskMenu {

    static final String SECTION = "accounts";

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(600, SECTION, "/comptes", "account.desk.people.menu", Permission.ACCOUNTS));
    }
}
