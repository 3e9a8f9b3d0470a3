package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.sense.Groups;
import org.portevoix.sense.Themes;

/** By what the queue can be narrowed, and to whom an opinion can be given. */
@Singleton
class QueueChoices {

    private final Consultations consultations;
    private final Contracts contracts;
    private final Accounts accounts;
    private final Languages languages;
    private final LanguageNames names;
    private final Messages messages;
    private final Themes themes;
    private final Groups groups;

    QueueChoices(
            Consultations consultations,
            Contracts contracts,
            Accounts accounts,
            Languages languages,
            LanguageNames names,
            Messages messages,
            Themes themes,
            Groups groups) {
        this.consultations = consultations;
        this.contracts = contracts;
        this.accounts = accounts;
        this.languages = languages;
        this.names = names;
        this.messages = messages;
        this.themes = themes;
        this.groups = groups;
    }

    QueuePage.Choices of(Contract contract, QueueFilter filter) {
        return new QueuePage.Choices(
                filter.words(),
                listed(contract)
                        .map(one -> choice(one.slug(), one.title().body(), filter.consultation()))
                        .toList(),
                languages.all().stream()
                        .map(one -> choice(one.code(), names.of(one.code(), Language.SOURCE), filter.language()))
                        .toList(),
                themes(contract, filter.theme()),
                QueueFilter.FLAGS.stream()
                        .map(flag ->
                                choice(flag, messages.say(Language.SOURCE, "flag.desk.kind." + flag), filter.flag()))
                        .toList(),
                filter.isMine(),
                filter.isFree());
    }

    List<QueuePage.Choice> themes(Contract contract, String chosen) {
        return themes.names(contract.id()).entrySet().stream()
                .map(one -> choice(one.getKey(), one.getValue(), chosen))
                .toList();
    }

    /** To which opinions can be added. */
    List<QueuePage.Choice> groups(Contract contract) {
        return groups.names(contract.id()).entrySet().stream()
                .map(one -> choice(String.valueOf(one.getKey()), one.getValue(), ""))
                .toList();
    }

    /** Null for all; that of no consultation where the address names one that is not there. */
    @Nullable
    Long consultationId(Contract contract, QueueFilter filter) {
        return filter.consultation().isEmpty()
                ? null
                : listed(contract)
                        .filter(one -> one.slug().equals(filter.consultation()))
                        .map(Consultations.Listed::id)
                        .findFirst()
                        .orElse(0L);
    }

    /** Those who may decide besides this person. */
    List<QueuePage.Choice> colleagues(Desk desk, Contract contract) {
        return accounts.others(contract.id(), desk.accountId(), Permission.MODERATE).stream()
                .map(one -> new QueuePage.Choice(String.valueOf(one.id()), one.name(), false))
                .toList();
    }

    boolean isColleague(Desk desk, Contract contract, long accountId) {
        return colleagues(desk, contract).stream().anyMatch(one -> one.value().equals(String.valueOf(accountId)));
    }

    private Stream<Consultations.Listed> listed(Contract contract) {
        return consultations.list(contracts.visit(Language.SOURCE, contract)).stream();
    }

    private static QueuePage.Choice choice(String value, String name, String chosen) {
        return new QueuePage.Choice(value, name, value.equals(chosen));
    }
}
