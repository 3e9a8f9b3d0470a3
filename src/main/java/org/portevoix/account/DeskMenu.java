package org.portevoix.account;

import java.util.List;

/** What a feature puts into the desk's menu of a contract. */
public interface DeskMenu {

    /** In any order: the menu sorts them. */
    List<Entry> entries();

    /**
     * A line of the menu, shown to those who have the permission.
     *
     * @param order from the top, a group a hundred: what was said 100, what is on 200, who helps 300, who decides 400, the
     *     contract 500, people 600, the site 700
     * @param section the name under which its pages stand, e.g. "queue"
     * @param path after the contract's own at the desk, e.g. "/avis"
     * @param titleKey of its message
     */
    record Entry(int order, String section, String path, String titleKey, Permission permission) {

        private static final int GROUP = 100;

        /** The hundred of its order. */
        int group() {
            return order / GROUP;
        }
    }
}
