package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Towns drawn at random whose inequality is known: what the report says of them holds the truth as often as it states. */
class SimulatedPopulationsTest {
    private static final int TOWNS = 2000;
    /** Three standard errors of 2,000 draws at 19 in 20. */
    private static final double CHANCE = 3 * Math.sqrt(0.95 * 0.05 / TOWNS);

    private final Random random = new Random(20261122);

    @Test
    void theConcentrationIndexHoldsTheTrueOneAsOftenAsStated() {
        for (double slope : new double[] {-1.5, 0, 0.8}) {
            double coverage = coverage("concentration index, slope " + slope, unused -> {
                Town town = Town.drawn(random, 12, slope);
                ConcentrationIndex index = ConcentrationIndex.of(town.places(random));
                return index.interval() != null && index.interval().contains(town.trueIndex());
            });
            assertTrue(Math.abs(coverage - Interval.CONFIDENCE) < CHANCE, "index " + coverage);
        }
    }

    @Test
    void theShareOfFirstTimersHoldsTheTrueOneAsOftenAsStated() {
        double sum = 0;
        for (double share : new double[] {0.08, 0.15, 0.3, 0.5, 0.7}) {
            double coverage = coverage("first-timers, share " + share, unused -> {
                int said = 20 + random.nextInt(180);
                long first = count(said, share);
                return Share.of(first, said).orElseThrow().interval().contains(share);
            });
            sum += coverage;
        }
        assertTrue(Math.abs(sum / 5 - Interval.CONFIDENCE) < CHANCE, "first " + sum / 5);
    }

    @Test
    void rateRatiosHoldTheTrueOneAtLeastAsOftenAsStated() {
        for (double truth : new double[] {0.3, 1, 2.5}) {
            double coverage = coverage("rate ratio " + truth, unused -> {
                int population = 800 + random.nextInt(5000);
                int others = 9000 + random.nextInt(30000);
                long acts = poisson(0.02 * truth * population);
                long rest = poisson(0.02 * others);
                return RateRatio.of(acts, population, rest, others)
                        .orElseThrow()
                        .interval()
                        .contains(truth);
            });
            assertTrue(coverage > Interval.CONFIDENCE - CHANCE, "ratio " + coverage);
        }
    }

    @Test
    void ratesHoldTheTrueOneAtLeastAsOftenAsStated() {
        for (double truth : new double[] {0.5, 4, 30}) {
            double coverage = coverage("rate per thousand " + truth, unused -> {
                int population = 500 + random.nextInt(4000);
                long acts = poisson(truth * population / 1000);
                return PerThousand.of(acts, population).interval().contains(truth);
            });
            assertTrue(coverage > Interval.CONFIDENCE - CHANCE, "rate " + coverage);
        }
    }

    private static double coverage(String name, Predicate<Integer> isHeld) {
        int held = 0;
        for (int town = 0; town < TOWNS; town++) {
            held += isHeld.test(town) ? 1 : 0;
        }
        double coverage = (double) held / TOWNS;
        System.out.printf(Locale.ROOT, "%s: held in %.1f %% of %d towns%n", name, 100 * coverage, TOWNS);
        return coverage;
    }

    private long count(int of, double share) {
        return random.doubles(of).filter(each -> each < share).count();
    }

    private long poisson(double mean) {
        return poisson(random, mean);
    }

    /** By the waiting times between acts. */
    private static long poisson(Random random, double mean) {
        long count = 0;
        double at = -Math.log(1 - random.nextDouble());
        while (at < mean) {
            count++;
            at -= Math.log(1 - random.nextDouble());
        }
        return count;
    }

    /** A town whose true rates fall or rise with need, by the slope. */
    private record Town(int[] populations, double[] rates) {

        static Town drawn(Random random, int places, double slope) {
            int[] populations = new int[places];
            double[] rates = new double[places];
            for (int place = 0; place < places; place++) {
                populations[place] = 1000 + random.nextInt(6000);
                rates[place] = 0.01 * Math.exp(slope * (place - places / 2.0) / places);
            }
            return new Town(populations, rates);
        }

        /** Place 0 has the greatest need. */
        List<ConcentrationIndex.Place> places(Random random) {
            List<ConcentrationIndex.Place> drawn = new ArrayList<>();
            for (int place = 0; place < populations.length; place++) {
                drawn.add(new ConcentrationIndex.Place(
                        "quartier-" + place,
                        (double) populations.length - place,
                        populations[place],
                        poisson(random, populations[place] * rates[place])));
            }
            return drawn;
        }

        /** By its covariance form, 2 cov(rate, rank) ÷ mean rate: not the form under test. */
        double trueIndex() {
            double people = 0;
            double acts = 0;
            for (int place = 0; place < populations.length; place++) {
                people += populations[place];
                acts += populations[place] * rates[place];
            }
            double mean = acts / people;
            double below = 0;
            double covariance = 0;
            for (int place = 0; place < populations.length; place++) {
                double part = populations[place] / people;
                covariance += part * (rates[place] - mean) * (below + part / 2 - 0.5);
                below += part;
            }
            return 2 * covariance / mean;
        }
    }
}
