package org.portevoix.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portevoix.contract.Contract;

/** What the desk writes, each kind with its name in the desk's addresses and its list in a contract's file. */
public enum Kind {
    ACTION("actions", "actions", "/actions/", "action/", "actions/"),
    EVENT("evenements", "events", "/agenda/", "event/", "events/"),
    CONSULTATION("questionnaires", "consultations", "/avis/", "consultation/", "consultations/"),
    MISSION("missions", "missions", "/benevoles/", "mission/", "missions/"),
    EFFECT("effets", "effects", "", "", ""),
    CONTRACT("contrat", "contract", "", "contract/", ""),
    NEIGHBOURHOOD("quartiers", "neighbourhoods", "", "", ""),
    PRIORITY_AREA("quartiers-prioritaires", "priority_areas", "", "", ""),
    AXIS("axes", "axes", "", "", ""),
    THEME("themes", "themes", "", "", ""),
    PARTNER("partenaires", "partners", "", "", ""),
    TERM("mots", "terms", "", "", "");

    private final String address;
    private final String list;
    private final String publicPath;
    private final String tag;
    private final String listTag;

    Kind(String address, String list, String publicPath, String tag, String listTag) {
        this.address = address;
        this.list = list;
        this.publicPath = publicPath;
        this.tag = tag;
        this.listTag = listTag;
    }

    public static Optional<Kind> at(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind.address.equals(address))
                .findFirst();
    }

    /** Those that have pages of their own, and are shown and taken away. */
    public static List<Kind> pages() {
        return List.of(ACTION, EVENT, CONSULTATION, MISSION);
    }

    /** All that is prepared, shown and taken away item by item. */
    static List<Kind> shown() {
        return List.of(ACTION, EVENT, CONSULTATION, MISSION, EFFECT);
    }

    /** What a contract is made of. */
    static List<Kind> ground() {
        return List.of(CONTRACT, NEIGHBOURHOOD, PRIORITY_AREA, AXIS, THEME, PARTNER, TERM);
    }

    public String address() {
        return address;
    }

    /** Of an item's page at the desk. */
    public String itemAddress(Contract contract, String slug) {
        return "/equipe/" + contract.slug() + "/contenus/" + address + "/" + slug;
    }

    /** In a contract's file, as {@code events}. */
    public String list() {
        return list;
    }

    /** In the schema of a contract's file, as {@code event}. */
    String definition() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean hasPages() {
        return !publicPath.isEmpty();
    }

    /** Of the public page, after the contract's own address. */
    public String publicPath(String slug) {
        return publicPath + slug;
    }

    /** The part of the public addresses in which its items stand, e.g. "agenda"; "" of what has no pages. */
    String section() {
        return publicPath.replace("/", "");
    }

    /** Whether it is prepared, shown and taken away. */
    boolean hasState() {
        return shown().contains(this) || this == CONTRACT;
    }

    /** The public pages that show an item of this kind. */
    public String[] tags(long contractId, long itemId) {
        if (hasPages()) {
            return new String[] {tag + itemId, listTag + contractId};
        }
        return this == CONTRACT ? new String[] {tag + itemId, "contracts"} : new String[] {Contract.tagOf(contractId)};
    }
}
