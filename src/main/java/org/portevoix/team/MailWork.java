package org.portevoix.team;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.desk.Work;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.mail.Deliveries;
import org.portevoix.mail.MailSettings;
import org.portevoix.mail.Standing;

/** Says before all usual work that mail has not left for an hour. */
@Singleton
class MailWork implements Work {

    private final Deliveries deliveries;
    private final MailSettings settings;
    private final Messages messages;

    MailWork(Deliveries deliveries, MailSettings settings, Messages messages) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public Stream<Waiting> of(Desk desk) {
        if (desk.isAdministrator()) {
            return of(null, ZoneId.of("Europe/Paris"), messages.say(Language.SOURCE, "team.desk.mail.whole_site"))
                    .stream();
        }
        return desk.contracts(Permission.ACCOUNTS).values().stream()
                .flatMap(contract -> of(contract.id(), contract.zoneId(), contract.territoryName()).stream());
    }

    private Optional<Waiting> of(@Nullable Long contractId, ZoneId zone, String territory) {
        Standing standing = deliveries.standing(contractId);
        if (!deliveries.isStuck(standing)) {
            return Optional.empty();
        }
        String why = settings.isComplete() ? "team.desk.mail.work.failing" : "team.desk.mail.work.settings";
        return Optional.of(new Waiting(
                Gravity.BROKEN,
                Objects.requireNonNull(standing.oldest()).atZone(zone).toLocalDate(),
                true,
                messages.say(Language.SOURCE, "team.desk.mail.work.title", Map.of("count", standing.waiting())),
                messages.say(Language.SOURCE, why),
                MailDeskController.ADDRESS,
                territory));
    }
}
