import TrousseCommand

await TrousseCommand.main()
