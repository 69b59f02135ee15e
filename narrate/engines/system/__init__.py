"""The voices of the operating system, by pyttsx3 in a process of its own."""
