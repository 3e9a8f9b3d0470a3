package org.portevoix.team;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.mail.Deliveries;
import org.portevoix.mail.Failure;
import org.portevoix.mail.MailSettings;
import org.portevoix.mail.Standing;
import org.portevoix.mail.Trouble;

/** Puts into words how mail stands: of the whole site for those who administer it, else of each contract. */
@Singleton
class MailPages {

    private static final String SIGN_UP = "sign-up";

    private final Deliveries deliveries;
    private final MailSettings settings;
    private final Messages messages;
    private final Calendar calendar;

    MailPages(Deliveries deliveries, MailSettings settings, Messages messages, Calendar calendar) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.messages = messages;
        this.calendar = calendar;
    }

    MailPage page(Desk desk, String tested, boolean isRetried) {
        ZoneId zone =
                desk.contracts().stream().findFirst().map(Contract::zoneId).orElse(ZoneId.of("Europe/Paris"));
        List<MailPage.Scope> scopes = new ArrayList<>();
        if (desk.isAdministrator()) {
            scopes.add(scope("", null, zone));
        } else {
            desk.contracts().stream()
                    .filter(contract -> desk.may(Permission.ACCOUNTS, contract))
                    .forEach(contract -> scopes.add(scope(contract.territoryName(), contract.id(), contract.zoneId())));
        }
        boolean isKnown = Stream.concat(
                        Stream.of("SENT", "SETTINGS"),
                        Arrays.stream(Failure.values()).map(Enum::name))
                .anyMatch(tested::equals);
        return new MailPage(
                desk.email(), settings.missing(), isKnown ? tested : "", isRetried, desk.isAdministrator(), scopes);
    }

    private MailPage.Scope scope(String name, @Nullable Long contractId, ZoneId zone) {
        Standing standing = deliveries.standing(contractId);
        return new MailPage.Scope(
                name,
                standing.due(),
                standing.failing(),
                standing.refused(),
                standing.later(),
                moment(standing.oldest(), zone),
                moment(standing.lastSent(), zone),
                deliveries.isStuck(standing),
                deliveries.troubles(contractId).stream()
                        .map(trouble -> line(trouble, zone))
                        .toList());
    }

    private MailPage.Line line(Trouble trouble, ZoneId zone) {
        // "sign-up-reminder" is of the same kind as any other letter about a sign-up.
        String key = "mail.desk.kind." + (trouble.kind().startsWith(SIGN_UP) ? SIGN_UP : trouble.kind());
        String kind = messages.say(Language.SOURCE, key);
        return new MailPage.Line(
                trouble.number(),
                kind.equals(key) ? messages.say(Language.SOURCE, "mail.desk.kind.other") : kind,
                trouble.failure().name(),
                moment(trouble.oldest(), zone),
                trouble.isRefused() ? "" : moment(trouble.next(), zone));
    }

    private String moment(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : calendar.day(Language.SOURCE, at.atZone(zone).toLocalDate()) + ", "
                        + calendar.hour(Language.SOURCE, at, zone);
    }
}
