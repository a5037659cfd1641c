package id.pintu.routing.learning;

import java.util.Arrays;

/** Numbers and how often each was put in; in the order of their first coming. */
final class Bag {

    private int[] numbers = new int[1_024];
    private int[] times = new int[1_024];
    private int size;

    /** For each number, where it stands among the numbers, plus one; found by open addressing. */
    private int[] slots = new int[4_096];

    /** How many different numbers there are. */
    int size() {
        return size;
    }

    int number(int index) {
        return numbers[index];
    }

    int times(int index) {
        return times[index];
    }

    /**
     * @param number of which the lowest bits are evenly spread
     */
    void put(int number) {
        int slot = slot(number);
        if (slots[slot] != 0) {
            times[slots[slot] - 1]++;
            return;
        }
        if (size == numbers.length) {
            grow();
            slot = slot(number);
        }
        numbers[size] = number;
        times[size] = 1;
        slots[slot] = ++size;
    }

    private int slot(int number) {
        int slot = number & slots.length - 1;
        while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, 2 * size);
        times = Arrays.copyOf(times, 2 * size);
        slots = new int[2 * slots.length];
        for (int i = 0; i < size; i++) {
            slots[slot(numbers[i])] = i + 1;
        }
    }
}
