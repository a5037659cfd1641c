package id.pintu.events;

/**
 * Who did what an event tells: an account and the role it acted by, never a name.
 *
 * @param account opaque id of a person's account, or {@code program/} and the code or name of a program
 * @param role such as {@code liaison-officer@D.33.74}, with the institution that it is a role in
 */
public record EventActor(String account, String role) {}
