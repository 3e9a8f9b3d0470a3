package org.portevoix.participation;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: some acts of the same sort, in one month. It names no person, no opinion and no registration,
 * and never keeps the day of an individual act.
 *
 * <p>{@code home} is the slug of the neighbourhood declared ({@link #OTHER_TOWN} or {@link #UNKNOWN} where it is none of
 * them; null counts as unknown); {@code place}, of the one where it was held. {@code count} is below zero in a correction.
 * {@code minutes}: how long a task took, below zero in a correction, null where nobody said.
 * {@code isSensitive}: the action sheet or the event is, and its figures are hidden under 11 instead of 5.
 */
public record LedgerLine(
        long contractId,
        YearMonth month,
        Act act,
        @Nullable ParticipationLevel level,
        @Nullable Channel channel,
        @Nullable Phase phase,
        @Nullable Long actionSheetId,
        @Nullable Long eventSessionId,
        @Nullable Long consultationId,
        @Nullable Long missionId,
        @Nullable Long councilId,
        @Nullable Long bodyId,
        @Nullable String home,
        @Nullable String place,
        @Nullable String language,
        @Nullable String ageBand,
        @Nullable String gender,
        @Nullable Boolean firstTime,
        boolean isSensitive,
        @Nullable Held held,
        @Nullable Integer minutes,
        int count) {

    public static final String OTHER_TOWN = "autre-ville";
    public static final String UNKNOWN = "inconnu";

    public LedgerLine {
        if (act.kind() == LineKind.PARTICIPATION && (level == null || channel == null)) {
            throw new IllegalArgumentException("a participation has a level and a channel");
        }
        if (act.kind() == LineKind.INTENTION && level != null) {
            throw new IllegalArgumentException("an intention has no level: registering is not taking part");
        }
        if (act.kind() != LineKind.ACTIVITY && held != null) {
            throw new IllegalArgumentException("an act of a person keeps its month only");
        }
        if (count == 0) {
            throw new IllegalArgumentException("a line counts something");
        }
    }

    /**
     * When a session was held, and what made it easier to come. From 17 h it is evening.
     *
     * @param startsAt in the contract's own zone
     */
    public record Held(LocalDateTime startsAt, boolean hasChildCare, boolean hasInterpreter) {
        private static final int EVENING = 17;

        public boolean isEvening() {
            return startsAt.getHour() >= EVENING;
        }

        public boolean isWeekend() {
            return startsAt.getDayOfWeek() == DayOfWeek.SATURDAY || startsAt.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
    }

    public static Builder participation(
            long contractId, YearMonth month, Act act, ParticipationLevel level, Channel channel) {
        return new Builder(contractId, month, act, level, channel);
    }

    public static Builder intention(long contractId, YearMonth month, Act act, Channel channel) {
        return new Builder(contractId, month, act, null, channel);
    }

    public static Builder activity(long contractId, YearMonth month, Act act) {
        return new Builder(contractId, month, act, null, null);
    }

    /** The line that takes this one back. */
    public LedgerLine corrected() {
        return new LedgerLine(
                contractId,
                month,
                act,
                level,
                channel,
                phase,
                actionSheetId,
                eventSessionId,
                consultationId,
                missionId,
                councilId,
                bodyId,
                home,
                place,
                language,
                ageBand,
                gender,
                firstTime,
                isSensitive,
                held,
                minutes == null ? null : -minutes,
                -count);
    }

    public LineKind kind() {
        return act.kind();
    }

    /** Fills in what is known of a line; what is not said stays unknown, and the line counts one act. */
    public static final class Builder {
        private final long contractId;
        private final YearMonth month;
        private final Act act;
        private final @Nullable ParticipationLevel level;
        private final @Nullable Channel channel;
        private @Nullable Phase phase;
        private @Nullable Long actionSheetId;
        private @Nullable Long eventSessionId;
        private @Nullable Long consultationId;
        private @Nullable Long missionId;
        private @Nullable Long councilId;
        private @Nullable Long bodyId;
        private @Nullable String home;
        private @Nullable String place;
        private @Nullable String language;
        private @Nullable String ageBand;
        private @Nullable String gender;
        private @Nullable Boolean firstTime;
        private boolean sensitive;
        private @Nullable Held held;
        private @Nullable Integer minutes;
        private int count = 1;

        private Builder(
                long contractId,
                YearMonth month,
                Act act,
                @Nullable ParticipationLevel level,
                @Nullable Channel channel) {
            this.contractId = contractId;
            this.month = month;
            this.act = act;
            this.level = level;
            this.channel = channel;
        }

        public Builder phase(@Nullable Phase phase) {
            this.phase = phase;
            return this;
        }

        public Builder actionSheet(@Nullable Long actionSheetId) {
            this.actionSheetId = actionSheetId;
            return this;
        }

        public Builder eventSession(@Nullable Long eventSessionId) {
            this.eventSessionId = eventSessionId;
            return this;
        }

        public Builder consultation(@Nullable Long consultationId) {
            this.consultationId = consultationId;
            return this;
        }

        public Builder mission(@Nullable Long missionId) {
            this.missionId = missionId;
            return this;
        }

        public Builder council(@Nullable Long councilId) {
            this.councilId = councilId;
            return this;
        }

        public Builder body(@Nullable Long bodyId) {
            this.bodyId = bodyId;
            return this;
        }

        public Builder home(@Nullable String home) {
            this.home = home;
            return this;
        }

        public Builder place(@Nullable String place) {
            this.place = place;
            return this;
        }

        public Builder language(@Nullable String language) {
            this.language = language;
            return this;
        }

        public Builder ageBand(@Nullable String ageBand) {
            this.ageBand = ageBand;
            return this;
        }

        public Builder gender(@Nullable String gender) {
            this.gender = gender;
            return this;
        }

        public Builder firstTime(@Nullable Boolean firstTime) {
            this.firstTime = firstTime;
            return this;
        }

        public Builder sensitive(boolean sensitive) {
            this.sensitive = sensitive;
            return this;
        }

        /** Of an activity alone. */
        public Builder held(Held held) {
            this.held = held;
            return this;
        }

        /** How long it took, of a task; never added to the number of participations. */
        public Builder minutes(@Nullable Integer minutes) {
            this.minutes = minutes;
            return this;
        }

        public Builder count(int count) {
            this.count = count;
            return this;
        }

        public LedgerLine build() {
            return new LedgerLine(
                    contractId,
                    month,
                    act,
                    level,
                    channel,
                    phase,
                    actionSheetId,
                    eventSessionId,
                    consultationId,
                    missionId,
                    councilId,
                    bodyId,
                    home,
                    place,
                    language,
                    ageBand,
                    gender,
                    firstTime,
                    sensitive,
                    held,
                    minutes,
                    count);
        }
    }
}
